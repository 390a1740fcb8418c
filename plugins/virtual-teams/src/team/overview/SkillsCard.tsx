import { SkillCoverage } from '@synchrony/backstage-plugin-virtual-teams-common';
import { PanelEmpty } from '@synchrony/ui';
import { Card } from '../../parts';
import { LEVEL_WORDS } from '../../words';
import styles from '../team.module.css';

const MOST_DRAWN = 8;

function look(place: number, { count, covered }: SkillCoverage): string {
  if (place >= covered) {
    return styles.gap;
  }
  return place < count ? styles.covered : styles.more;
}

function Bar(props: { skill: SkillCoverage }) {
  const { skill } = props;
  const cells = Math.max(skill.count, skill.covered);
  return cells > MOST_DRAWN ? null : (
    <span className={styles.cells} aria-hidden="true">
      {Array.from({ length: cells }, (_, place) => [
        place === skill.count && (
          <span key={`required-${place}`} className={styles.required} />
        ),
        <span key={place} className={`${styles.cell} ${look(place, skill)}`} />,
      ])}
      {cells === skill.count && <span className={styles.required} />}
    </span>
  );
}

/** Skills that are asked for, with how many people cover each. */
export function SkillsCard(props: { skills: SkillCoverage[] }) {
  const { skills } = props;
  const full = skills.filter(({ count, covered }) => covered >= count).length;
  return (
    <Card
      title="Skills: asked and covered"
      sub={skills.length > 0 && `${full} of ${skills.length} covered`}
    >
      {skills.length === 0 && (
        <PanelEmpty title="No skills are asked for">
          Whoever leads the team can add them to its charter.
        </PanelEmpty>
      )}
      <ul className={styles.list} aria-label="Skills">
        {skills.map(skill => {
          const missing = skill.count - skill.covered;
          return (
            <li
              key={`${skill.skillId} ${skill.level}`}
              className={styles.between}
            >
              <span>
                {skill.title ?? skill.skillName}{' '}
                <span className={styles.quiet}>
                  {LEVEL_WORDS[skill.level].toLocaleLowerCase('en')} and up
                </span>
              </span>
              <span className={styles.row}>
                <Bar skill={skill} />
                {missing > 0 ? (
                  <span className={styles.missing}>
                    {missing} of {skill.count} missing
                  </span>
                ) : (
                  <span>
                    {skill.covered} of {skill.count}
                  </span>
                )}
              </span>
            </li>
          );
        })}
      </ul>
    </Card>
  );
}
