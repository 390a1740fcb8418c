/** What a team writes its software in; decides packages, files and scanners. */
export type Stack =
  | 'java'
  | 'kotlin'
  | 'node'
  | 'react'
  | 'go'
  | 'python'
  | 'dotnet'
  | 'terraform';

/** A delivery team and what it owns, as a table that people can read. */
export interface TeamTable {
  name: string;
  title: string;
  description: string;
  size: number;
  stack: Stack;
  /** People of the team whom stories name; the rest is generated. */
  people: string[];
  systems: SystemTable[];
}

/** A system and its components. */
export interface SystemTable {
  name: string;
  title: string;
  description: string;
  importantBusinessService?: string;
  /**
   * One component a line: `name type+tier flag… | description`. Types: s
   * service, w website, l library, p pipeline, m model, j job. Flags: `api`
   * (provides one), `internet`, `partner`, a stack, `serverless`, `vm`,
   * `mainframe`, `iac`, `deprecated`, `unclassified`, `master` (its default
   * branch).
   */
  components: string[];
}

/** A platform: a Domain on the software side, a Group on the people side. */
export interface PlatformTable {
  name: string;
  title: string;
  description: string;
  /** Folder on the git server, first part of the namespaces in code. */
  slug: string;
  head: string;
  teams: TeamTable[];
}
