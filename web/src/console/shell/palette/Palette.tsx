import { Spotlight } from "@mantine/spotlight";
export default function Palette({ onClose }: { onClose: () => void }) {
  void Spotlight;
  void onClose;
  return null;
}
