import { Severity } from '../../types';
import {
  JsonObject,
  asIndex,
  asList,
  asObject,
  asText,
} from '../../shared/json';
import {
  severityOfScore,
  severityOfWord,
  toScore,
} from '../../shared/severity';
import { severityOfLevel } from './levels';
import { RuleBook, SarifRule } from './rules';

/** How bad a result is, and in whose words. */
export interface SarifSeverity {
  severity: Severity;
  toolSeverity: string;
  score?: number;
}

/** Applies `security-severity`, levels and configuration overrides (SARIF 2.1.0 §3.27.10). */
export class Severities {
  readonly #overrides: Array<Map<SarifRule, string>>;
  /** Most results of a rule have its severity: by rule and level of the result. */
  readonly #known = new Map<SarifRule, Map<string, SarifSeverity>>();

  constructor(run: JsonObject, rules: RuleBook) {
    this.#overrides = asList(run.invocations).map(invocation => {
      const levels = new Map<SarifRule, string>();
      for (const entry of asList(
        asObject(invocation).ruleConfigurationOverrides,
      )) {
        const override = asObject(entry);
        const rule = rules.resolve(asObject(override.descriptor));
        const level = asText(asObject(override.configuration).level);
        if (rule && level) levels.set(rule, level);
      }
      return levels;
    });
  }

  of(result: JsonObject, rule: SarifRule | undefined): SarifSeverity {
    if (!rule || result.properties || result.provenance) {
      return this.#read(result, rule);
    }
    const level = asText(result.level) ?? '';
    let byLevel = this.#known.get(rule);
    if (!byLevel) {
      byLevel = new Map();
      this.#known.set(rule, byLevel);
    }
    let severity = byLevel.get(level);
    if (!severity) {
      severity = this.#read(result, rule);
      byLevel.set(level, severity);
    }
    return severity;
  }

  #read(result: JsonObject, rule: SarifRule | undefined): SarifSeverity {
    const given =
      asObject(result.properties)['security-severity'] ??
      rule?.properties['security-severity'];
    const score = toScore(given);
    if (score !== undefined) {
      return {
        severity: severityOfScore(score),
        toolSeverity: String(given),
        score,
      };
    }
    const word = asText(given);
    const named = word ? severityOfWord(word) : undefined;
    if (word && named) return { severity: named, toolSeverity: word };
    const level = asText(result.level) ?? this.#level(result, rule);
    return {
      severity: severityOfLevel(level) ?? 'medium',
      toolSeverity: level,
    };
  }

  #level(result: JsonObject, rule: SarifRule | undefined): string {
    if (!rule) return 'warning';
    const index =
      asIndex(asObject(result.provenance).invocationIndex) ??
      (this.#overrides.length === 1 ? 0 : -1);
    return this.#overrides[index]?.get(rule) ?? rule.level ?? 'warning';
  }
}
