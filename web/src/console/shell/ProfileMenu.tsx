import {
  ActionIcon,
  Avatar,
  Menu,
  Text,
  useMantineColorScheme,
  VisuallyHidden,
  type MantineColorScheme,
} from "@mantine/core";
import { IconLogout } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { useSession } from "../../session/SessionContext";
import { chooseLanguage, LANGUAGES, type Language } from "../../words/languages";

const SCHEMES: MantineColorScheme[] = ["auto", "light", "dark"];

/** Who is signed in; theme, language, and the way out. */
export function ProfileMenu() {
  const { t, i18n } = useTranslation("shell");
  const session = useSession();
  const { person } = session;
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const name = person.name ?? person.email ?? person.sub;
  return (
    <Menu position="bottom-end" width={240} shadow="md" withinPortal={false}>
      <Menu.Target>
        <ActionIcon variant="subtle" size={38} radius="xl">
          <Avatar src={person.picture} name={name} alt="" size={32} color="initials" aria-hidden />
          <VisuallyHidden>{t("profile.open", { name })}</VisuallyHidden>
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>
          <Text size="sm" fw={600} c="var(--mantine-color-text)" truncate>
            {name}
          </Text>
          {person.email && person.email !== name && (
            <Text size="xs" truncate>
              {person.email}
            </Text>
          )}
        </Menu.Label>
        <Menu.Divider />
        <Menu.Label>{t("profile.theme")}</Menu.Label>
        <Menu.RadioGroup value={colorScheme} onChange={(scheme) => setColorScheme(scheme as MantineColorScheme)}>
          {SCHEMES.map((scheme) => (
            <Menu.RadioItem key={scheme} value={scheme}>
              {t(`profile.${scheme}`)}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
        <Menu.Divider />
        <Menu.Label>{t("profile.language")}</Menu.Label>
        <Menu.RadioGroup value={i18n.language} onChange={(language) => void chooseLanguage(language as Language)}>
          {Object.entries(LANGUAGES).map(([language, label]) => (
            <Menu.RadioItem key={language} value={language} lang={language}>
              {label}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
        <Menu.Divider />
        <Menu.Item leftSection={<IconLogout size={16} />} onClick={() => session.signOut()}>
          {t("profile.signOut")}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
