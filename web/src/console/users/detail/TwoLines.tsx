import { Text } from "@mantine/core";

interface TwoLinesProps {
  first: string | undefined;
  second: string | undefined;
  /** Whether the second one may need several lines; else it is cut. */
  wraps?: boolean;
}

/** A text, and below it a less important one; where there is only one of them, it stands alone. */
export function TwoLines({ first, second, wraps = false }: TwoLinesProps) {
  return (
    <>
      <Text size="sm">{first || second || "–"}</Text>
      {first && second && (
        <Text size="xs" c="dimmed" truncate={!wraps} title={second}>
          {second}
        </Text>
      )}
    </>
  );
}
