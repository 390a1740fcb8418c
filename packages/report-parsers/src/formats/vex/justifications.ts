import {
  STATEMENT_JUSTIFICATIONS,
  STATEMENT_STATUSES,
  StatementJustification,
  StatementStatus,
} from '../../types';

/** The words of OpenVEX and of CSAF, which are those of VEX itself. */
export const VEX_STATUSES: ReadonlyMap<string, StatementStatus> = new Map(
  STATEMENT_STATUSES.map(word => [word, word]),
);

export const VEX_JUSTIFICATIONS: ReadonlyMap<string, StatementJustification> =
  new Map(
    STATEMENT_JUSTIFICATIONS.filter(word => word !== 'false_positive').map(
      word => [word, word],
    ),
  );

/** `vulnerabilities[].analysis.state` of CycloneDX. */
export const CYCLONEDX_STATES: ReadonlyMap<string, StatementStatus> = new Map([
  ['not_affected', 'not_affected'],
  ['false_positive', 'not_affected'],
  ['exploitable', 'affected'],
  ['resolved', 'fixed'],
  ['resolved_with_pedigree', 'fixed'],
  ['in_triage', 'under_investigation'],
]);

/** `vulnerabilities[].analysis.justification` of CycloneDX. */
export const CYCLONEDX_JUSTIFICATIONS: ReadonlyMap<
  string,
  StatementJustification
> = new Map([
  ['code_not_present', 'vulnerable_code_not_present'],
  ['code_not_reachable', 'vulnerable_code_not_in_execute_path'],
  [
    'requires_configuration',
    'vulnerable_code_cannot_be_controlled_by_adversary',
  ],
  ['requires_dependency', 'component_not_present'],
  ['requires_environment', 'vulnerable_code_cannot_be_controlled_by_adversary'],
  ['protected_by_compiler', 'inline_mitigations_already_exist'],
  ['protected_at_runtime', 'inline_mitigations_already_exist'],
  ['protected_at_perimeter', 'inline_mitigations_already_exist'],
  ['protected_by_mitigating_control', 'inline_mitigations_already_exist'],
]);

/** `product_status` of CSAF; what is not listed says nothing about being affected. */
export const CSAF_STATUSES: ReadonlyMap<string, StatementStatus> = new Map([
  ['known_not_affected', 'not_affected'],
  ['known_affected', 'affected'],
  ['first_affected', 'affected'],
  ['last_affected', 'affected'],
  ['fixed', 'fixed'],
  ['first_fixed', 'fixed'],
  ['under_investigation', 'under_investigation'],
]);
