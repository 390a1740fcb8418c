import { useApi } from '@backstage/frontend-plugin-api';
import { Button, NumberField, TextAreaField } from '@backstage/ui';
import {
  Availability,
  EXPERTISE_VISIBILITIES,
  MyProfile,
  ProfileInput,
} from '@synchrony/backstage-plugin-virtual-teams-common';
import { useRequest } from '@synchrony/ui';
import { FormEvent, useState } from 'react';
import { virtualTeamsApiRef } from '../api';
import { Choice } from '../parts';
import { MY_AVAILABILITY_WORDS, MY_VISIBILITY_WORDS } from './profileWords';
import styles from './expertise.module.css';

const AVAILABILITIES: readonly Availability[] = [
  'not_stated',
  'free',
  'limited',
  'none',
];

/** Who finds the reader, and how much time they offer. */
export function ProfileForm(props: {
  profile: MyProfile;
  onSaved: () => void;
}) {
  const { onSaved, profile } = props;
  const api = useApi(virtualTeamsApiRef);
  const [changed, setChanged] = useState<Partial<ProfileInput>>({});
  const { availability, limitPct, note, visibility } = {
    ...profile,
    ...changed,
  };
  const change = (part: Partial<ProfileInput>) =>
    setChanged({ ...changed, ...part });
  const { isBusy, problem, send } = useRequest();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    send(async () => {
      await api.saveProfile({
        ...(changed.visibility && { visibility: changed.visibility }),
        availability,
        limitPct,
        note: note?.trim() || undefined,
      });
      setChanged({});
      onSaved();
    });
  };
  return (
    <form className={styles.form} aria-label="Your profile" onSubmit={submit}>
      <Choice
        label="Who finds me"
        words={MY_VISIBILITY_WORDS}
        ids={EXPERTISE_VISIBILITIES}
        value={visibility}
        onChange={value => change({ visibility: value })}
      />
      <Choice
        label="My time"
        words={MY_AVAILABILITY_WORDS}
        ids={AVAILABILITIES}
        value={availability}
        onChange={value => change({ availability: value })}
      />
      <NumberField
        label="At most, in percent of my time"
        size="small"
        minValue={1}
        maxValue={100}
        value={limitPct ?? NaN}
        onChange={value =>
          change({ limitPct: Number.isFinite(value) ? value : undefined })
        }
      />
      <TextAreaField
        label="A word about it"
        value={note ?? ''}
        onChange={value => change({ note: value })}
        maxLength={500}
      />
      {problem && (
        <p className={styles.problem} role="alert">
          Not saved: {problem.message}
        </p>
      )}
      <div>
        <Button type="submit" size="small" variant="primary" isPending={isBusy}>
          Save
        </Button>
      </div>
    </form>
  );
}
