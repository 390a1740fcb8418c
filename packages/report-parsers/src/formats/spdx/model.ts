/** A package of an SPDX document. */
export interface SpdxPackage {
  id: string;
  name?: string;
  version?: string;
  purl?: string;
  purpose?: string;
  licences: string[];
}

/** What one element has to do with another; the type in capitals with underscores. */
export interface SpdxRelationship {
  from: string;
  type: string;
  to: string;
}

/** An SPDX document as far as an inventory is made of it; the same for all its forms. */
export interface SpdxDocument {
  name?: string;
  created?: string;
  /** As `Tool: syft-1.2.3` names it. */
  tools: string[];
  packages: SpdxPackage[];
  relationships: SpdxRelationship[];
  /** Ids of what the document says that it is about. */
  described: string[];
}

/** An absent value has a name in SPDX. */
export function known(text: string | undefined): string | undefined {
  const value = text?.trim();
  return value && value !== 'NOASSERTION' && value !== 'NONE'
    ? value
    : undefined;
}
