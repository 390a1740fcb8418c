import { Button, TextField } from '@backstage/ui';
import { DayField } from '@synchrony/ui';
import { CampaignDraft } from './campaignDraft';
import styles from './Campaigns.module.css';

type Milestones = CampaignDraft['milestones'];

/** Asks for milestones, one a row. */
export function MilestoneFields(props: {
  milestones: Milestones;
  onChange: (milestones: Milestones) => void;
}) {
  const { milestones, onChange } = props;
  const set = (index: number, change: Partial<Milestones[number]>) =>
    onChange(
      milestones.map((each, place) =>
        place === index ? { ...each, ...change } : each,
      ),
    );
  return (
    <fieldset className={styles.field}>
      <legend>Milestones</legend>
      {milestones.map((milestone, index) => (
        // A row is its place.
        // eslint-disable-next-line react/no-array-index-key
        <div key={index} className={styles.row}>
          <DayField
            label={`Milestone ${index + 1}`}
            value={milestone.date}
            onChange={date => set(index, { date })}
          />
          <TextField
            label="Passed by then, in %"
            size="small"
            value={milestone.sharePct}
            onChange={sharePct => set(index, { sharePct })}
          />
          <Button
            size="small"
            variant="tertiary"
            aria-label={`Remove milestone ${index + 1}`}
            onPress={() =>
              onChange(milestones.filter((_, place) => place !== index))
            }
          >
            Remove
          </Button>
        </div>
      ))}
      <div className={styles.buttons}>
        <Button
          size="small"
          variant="secondary"
          onPress={() =>
            onChange([...milestones, { date: '', sharePct: '50' }])
          }
        >
          Add a milestone
        </Button>
      </div>
    </fieldset>
  );
}
