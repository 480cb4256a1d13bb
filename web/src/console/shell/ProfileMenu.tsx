import { ActionIcon, Avatar, Menu, Text, useMantineColorScheme, type MantineColorScheme } from "@mantine/core";
import { IconCheck, IconLogout } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { useSession } from "../../session/SessionContext";
import { chooseLanguage, LANGUAGES, type Language } from "../../words/languages";

const SCHEMES: MantineColorScheme[] = ["auto", "light", "dark"];
const chosen = <IconCheck size={14} />;

/** Who is signed in; theme, language, and the way out. */
export function ProfileMenu() {
  const { t, i18n } = useTranslation("shell");
  const session = useSession();
  const { person } = session;
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const name = person.name ?? person.email ?? person.sub;
  return (
    <Menu position="bottom-end" width={240} shadow="md">
      <Menu.Target>
        <ActionIcon variant="subtle" size={38} radius="xl" aria-label={t("profile.open", { name })}>
          <Avatar src={person.picture} name={name} alt="" size={32} color="initials" />
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
        {SCHEMES.map((scheme) => (
          <Menu.Item
            key={scheme}
            role="menuitemradio"
            aria-checked={scheme === colorScheme}
            closeMenuOnClick={false}
            onClick={() => setColorScheme(scheme)}
            rightSection={scheme === colorScheme && chosen}
          >
            {t(`profile.${scheme}`)}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Label>{t("profile.language")}</Menu.Label>
        {Object.entries(LANGUAGES).map(([language, label]) => (
          <Menu.Item
            key={language}
            role="menuitemradio"
            aria-checked={language === i18n.language}
            lang={language}
            onClick={() => void chooseLanguage(language as Language)}
            rightSection={language === i18n.language && chosen}
          >
            {label}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item leftSection={<IconLogout size={16} />} onClick={() => session.signOut()}>
          {t("profile.signOut")}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
