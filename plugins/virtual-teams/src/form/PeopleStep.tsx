import { TEAM_KIND_RULES } from '@synchrony/backstage-plugin-virtual-teams-common';
import { CatalogPicker, RefListField } from '@synchrony/ui';
import { StepProps } from './stepProps';
import styles from './form.module.css';

/** Which platforms take part, who answers for the team, and what it works on. */
export function PeopleStep({ definition, onChange }: StepProps) {
  const rules = TEAM_KIND_RULES[definition.kind];
  return (
    <>
      <RefListField
        label="Platforms"
        description={
          rules.minimumPlatforms > 0
            ? `This kind of team spans ${rules.minimumPlatforms} or more`
            : undefined
        }
        kinds={['group']}
        refs={definition.platformRefs}
        onChange={platformRefs => onChange({ platformRefs })}
      />
      <CatalogPicker
        label="Lead"
        description={
          rules.asksForSponsor
            ? undefined
            : 'Who begins this kind of team leads it; name somebody else later'
        }
        kinds={['user']}
        initial={definition.leadRef || undefined}
        onChange={leadRef => onChange({ leadRef: leadRef ?? '' })}
      />
      <CatalogPicker
        label={rules.asksForSponsor ? 'Sponsor' : 'Sponsor (optional)'}
        description="Decides whether the team goes ahead; is no member"
        kinds={['user']}
        initial={definition.sponsorRef}
        onChange={sponsorRef => onChange({ sponsorRef })}
      />
      <RefListField
        label="Deputies"
        kinds={['user']}
        refs={definition.deputyRefs}
        onChange={deputyRefs => onChange({ deputyRefs })}
      />
      <RefListField
        label="Works on"
        description="Components, systems, APIs and resources"
        kinds={['component', 'system', 'api', 'resource']}
        refs={definition.entityRefs}
        onChange={entityRefs => onChange({ entityRefs })}
      />
      <p className={styles.quiet}>
        Nobody gets ownership of these entities by being in the team. Whoever
        leads, and is not you, is asked first.
      </p>
    </>
  );
}
