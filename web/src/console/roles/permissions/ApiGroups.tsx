import { Accordion, Badge, Group, Text } from "@mantine/core";
import { IconPlugConnected } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { ScopeChecklist } from "../../../kit/ScopeChecklist";
import { Empty } from "../../../kit/states";
import { matching } from "../../../kit/useLocalPages";
import type { ResourceServer } from "../../apis/queries";
import type { PermissionName } from "../changes";

/** Chosen scopes by their APIs' identifiers. */
export type Picked = ReadonlyMap<string, ReadonlySet<string>>;

interface ApiGroupsProps {
  apis: ResourceServer[];
  given: PermissionName[];
  picked: Picked;
  onChange: (picked: Picked) => void;
  search: string;
}

/** APIs, each with its scopes to choose from; a search opens all that have something. */
export function ApiGroups({ apis, given, picked, onChange, search }: ApiGroupsProps) {
  const { t } = useTranslation("roles");
  const withScopes = apis.filter((api) => api.scopes.length > 0);
  if (withScopes.length === 0) {
    return <Empty title={t("permissions.noApis")} text={t("permissions.noApisText")} icon={<IconPlugConnected />} />;
  }
  const found = withScopes.filter((api) => matching(api.scopes, search, (s) => [s.value, s.description])?.length);
  if (found.length === 0) return <Empty title={t("common:list.noMatch")} text={t("noMatch", { text: search })} />;
  const isOpen = search.trim() !== "" || withScopes.length === 1;
  return (
    <Accordion
      // What is open at first follows the search; after that it is the person's.
      key={isOpen ? search : ""}
      multiple
      order={3}
      variant="separated"
      defaultValue={isOpen ? found.map((api) => api.identifier) : [...picked.keys()]}
    >
      {found.map((api) => (
        <ApiGroup
          key={api.identifier}
          api={api}
          given={scopesAt(given, api.identifier)}
          chosen={picked.get(api.identifier) ?? new Set()}
          onChange={(scopes) => onChange(new Map(picked).set(api.identifier, scopes))}
          search={search}
        />
      ))}
    </Accordion>
  );
}

function scopesAt(given: PermissionName[], identifier: string): Set<string> {
  const here = given.filter((permission) => permission.resource_server_identifier === identifier);
  return new Set(here.map((permission) => permission.permission_name));
}

interface ApiGroupProps {
  api: ResourceServer;
  given: ReadonlySet<string>;
  chosen: ReadonlySet<string>;
  onChange: (chosen: Set<string>) => void;
  search: string;
}

function ApiGroup({ api, given, chosen, onChange, search }: ApiGroupProps) {
  const { t } = useTranslation("roles");
  return (
    <Accordion.Item value={api.identifier}>
      <Accordion.Control>
        <Group gap="xs" justify="space-between" wrap="nowrap">
          <div>
            <Text size="sm" fw={550}>
              {api.name}
            </Text>
            <Text size="xs" c="dimmed">
              {api.identifier}
            </Text>
          </div>
          {chosen.size > 0 && <Badge>{t("permissions.chosen", { count: chosen.size })}</Badge>}
        </Group>
      </Accordion.Control>
      <Accordion.Panel>
        <ScopeChecklist scopes={api.scopes} given={given} chosen={chosen} onChange={onChange} search={search} />
      </Accordion.Panel>
    </Accordion.Item>
  );
}
