import { useApi } from '@backstage/frontend-plugin-api';
import {
  Button,
  Dialog,
  DialogBody,
  DialogHeader,
  NumberField,
  Select,
  TextField,
} from '@backstage/ui';
import {
  SKILL_LEVELS,
  SkillLevel,
} from '@synchrony/backstage-plugin-virtual-teams-common';
import { CatalogPicker, DayField, useRequest } from '@synchrony/ui';
import { FormEvent, useState } from 'react';
import { useSkills, virtualTeamsApiRef } from '../../api';
import { dayAhead, LEVEL_EXPLAINED, LEVEL_WORDS } from '../../words';
import { FacetSelect } from '../parts';
import styles from '../directory.module.css';

const LONGEST_TITLE = 120;
const MOST_SEATS = 50;

/** Says what one is looking for, before there is a team for it. */
export function NeedDialog(props: { onClose: () => void; skillId?: string }) {
  const { onClose } = props;
  const api = useApi(virtualTeamsApiRef);
  const skills = (useSkills().value?.items ?? []).filter(
    ({ status }) => status === 'active',
  );
  const [title, setTitle] = useState('');
  const [skillId, setSkillId] = useState(props.skillId);
  const [level, setLevel] = useState<SkillLevel>('practitioner');
  const [platformRef, setPlatformRef] = useState<string>();
  const [seats, setSeats] = useState(1);
  const [share, setShare] = useState(NaN);
  const [until, setUntil] = useState('');
  const [isPosted, setPosted] = useState(false);
  const { isBusy, problem, send } = useRequest();
  const isComplete = title.trim() !== '' && seats >= 1;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isComplete && !isBusy) {
      send(async () => {
        await api.createOpenRole({
          title: title.trim(),
          seats,
          ...(skillId && { skillId, level }),
          ...(platformRef && { platformRef }),
          ...(share && { allocationPct: share }),
          ...(until && { until }),
        });
        setPosted(true);
      });
    }
  };
  return (
    <Dialog isOpen width={560} onOpenChange={isOpen => !isOpen && onClose()}>
      <DialogHeader>Post a need</DialogHeader>
      <DialogBody>
        {isPosted ? (
          <div className={styles.form}>
            <p role="status" className={styles.line}>
              Your need stands among the open roles. You decide who helps, and
              close it under “Mine”.
            </p>
            <div className={styles.buttons}>
              <Button size="small" variant="primary" onPress={onClose}>
                Done
              </Button>
            </div>
          </div>
        ) : (
          <form
            className={styles.form}
            aria-label="Post a need"
            onSubmit={submit}
          >
            <p className={styles.line}>
              Everybody who may see virtual teams sees it, with your name.
            </p>
            <TextField
              label="What do you need?"
              description="In a few words, such as “somebody who has fuzzed a parser”"
              maxLength={LONGEST_TITLE}
              isRequired
              value={title}
              onChange={setTitle}
            />
            <FacetSelect
              label="Skill (optional)"
              anyLabel="None in particular"
              options={skills.map(({ id, name }) => ({
                value: id,
                label: name,
              }))}
              value={skillId}
              onChange={setSkillId}
            />
            {skillId && (
              <Select
                label="At least"
                size="small"
                options={SKILL_LEVELS.map(id => ({
                  id,
                  label: `${LEVEL_WORDS[id]}: ${LEVEL_EXPLAINED[id]}`,
                }))}
                value={level}
                onChange={key =>
                  setLevel(SKILL_LEVELS.find(each => each === key) ?? level)
                }
              />
            )}
            <CatalogPicker
              label="From the platform (optional)"
              kinds={['group']}
              onChange={setPlatformRef}
            />
            <div className={styles.row}>
              <NumberField
                label="People"
                minValue={1}
                maxValue={MOST_SEATS}
                value={seats}
                onChange={setSeats}
              />
              <NumberField
                label="Share of time, in percent (optional)"
                minValue={1}
                maxValue={100}
                value={share}
                onChange={setShare}
              />
              <DayField
                label="Until (optional)"
                isOptional
                min={dayAhead(1)}
                value={until}
                onChange={setUntil}
              />
            </div>
            {problem && (
              <p className={styles.problem} role="alert">
                Not posted: {problem.message}
              </p>
            )}
            <div className={styles.buttons}>
              <Button
                type="submit"
                size="small"
                variant="primary"
                isDisabled={!isComplete || isBusy}
              >
                Post it
              </Button>
              <Button size="small" variant="tertiary" onPress={onClose}>
                Cancel
              </Button>
            </div>
          </form>
        )}
      </DialogBody>
    </Dialog>
  );
}
