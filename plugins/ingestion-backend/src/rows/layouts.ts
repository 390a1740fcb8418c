/** How a column reaches the database. */
export type ColumnType =
  | 'text'
  | 'smallint'
  | 'integer'
  | 'bigint'
  | 'boolean'
  | 'real'
  | 'double precision';

/** Names and types of columns, in the order of the cells. */
export type Layout = Readonly<Record<string, ColumnType>>;

/** What is stored of a finding because a report says so. */
export const ATTRIBUTES = {
  type: 'text',
  severity: 'smallint',
  no_fix: 'boolean',
  rule_key: 'text',
  title: 'text',
  details: 'text',
  tool_severity: 'text',
  score: 'real',
  component_name: 'text',
  component_version: 'text',
  purl: 'text',
  fixed_versions: 'text',
  location: 'text',
  locations: 'text',
  location_count: 'integer',
  suppression: 'text',
  identity: 'text',
  attributes_hash: 'text',
} as const satisfies Layout;

export const FINDING_LAYOUT = {
  id: 'text',
  status: 'text',
  ...ATTRIBUTES,
} as const satisfies Layout;

export const STATUS_LAYOUT = {
  id: 'text',
  status: 'text',
} as const satisfies Layout;

export const ID_LAYOUT = { id: 'text' } as const satisfies Layout;

export const RULE_LAYOUT = {
  key: 'text',
  rule_id: 'text',
  rule_name: 'text',
  description: 'text',
  remediation: 'text',
  cwes: 'text',
  advisory_ids: 'text',
  links: 'text',
} as const satisfies Layout;

export const TOKEN_LAYOUT = {
  token: 'text',
  rule_key: 'text',
} as const satisfies Layout;

export const PACKAGE_LAYOUT = {
  key: 'text',
  type: 'text',
  namespace: 'text',
  name: 'text',
  display_name: 'text',
  name_key: 'text',
  full_key: 'text',
} as const satisfies Layout;

export const VERSION_LAYOUT = {
  key: 'text',
  package_key: 'text',
  version: 'text',
} as const satisfies Layout;

export const COMPONENT_LAYOUT = {
  version_key: 'text',
  kind: 'text',
  usage: 'text',
  direct: 'boolean',
  licences: 'text',
} as const satisfies Layout;

export const VERSION_KEY_LAYOUT = {
  version_key: 'text',
} as const satisfies Layout;
