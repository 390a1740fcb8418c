import { useApi } from '@backstage/frontend-plugin-api';
import { Button } from '@backstage/ui';
import {
  Expertise,
  MyProfile,
} from '@synchrony/backstage-plugin-virtual-teams-common';
import { PanelEmpty, PersonChip, TextLink, useRequest } from '@synchrony/ui';
import { useState } from 'react';
import { virtualTeamsApiRef } from '../api';
import { Card } from '../parts';
import {
  CONTEXT_WORDS,
  LEVEL_EXPLAINED,
  LEVEL_WORDS,
  WILLING_WORDS,
} from '../words';
import { MY_VISIBILITY_WORDS } from './profileWords';
import { SkillDialog } from './SkillDialog';
import styles from './expertise.module.css';

function SkillRow(props: {
  skill: Expertise;
  onEdit: () => void;
  onChanged: () => void;
}) {
  const { onChanged, onEdit, skill } = props;
  const api = useApi(virtualTeamsApiRef);
  const { isBusy, problem, send } = useRequest();
  const then = (act: () => Promise<unknown>) =>
    send(async () => {
      await act();
      onChanged();
    });
  return (
    <li className={styles.row}>
      <div className={styles.between}>
        <strong>{skill.skillName}</strong>
        <span>
          {LEVEL_WORDS[skill.level]}: {LEVEL_EXPLAINED[skill.level]}
        </span>
      </div>
      <p className={styles.quiet}>
        {skill.willing.length > 0
          ? `I would: ${skill.willing.map(each => WILLING_WORDS[each].toLocaleLowerCase('en-GB')).join(', ')}`
          : 'I offer nothing with it'}
        {skill.visibility &&
          ` · shown to: ${MY_VISIBILITY_WORDS[skill.visibility].toLocaleLowerCase('en-GB')}`}
      </p>
      {skill.replacedBy && (
        <p className={styles.quiet}>
          The taxonomy merged this skill into another; yours counts for it.
        </p>
      )}
      {skill.isStale && (
        <p role="note">
          You have not confirmed this lately, so it counts less.
        </p>
      )}
      {skill.evidenceLinks.length > 0 && (
        <ul className={styles.links}>
          {skill.evidenceLinks.map(link => (
            <li key={link}>
              <TextLink href={link}>{link}</TextLink>
            </li>
          ))}
        </ul>
      )}
      {skill.endorsements.length > 0 && (
        <ul className={styles.links} aria-label="Endorsements">
          {skill.endorsements.map(each => (
            <li key={each.id}>
              <PersonChip entityRef={each.endorserRef} /> “{each.text}” (
              {CONTEXT_WORDS[each.context]}
              {!each.counts && ', does not count: given in return'}){' '}
              <Button
                size="small"
                variant="tertiary"
                isDisabled={isBusy}
                onPress={() => then(() => api.removeEndorsement(each.id))}
              >
                Remove
              </Button>
            </li>
          ))}
        </ul>
      )}
      {problem && (
        <p className={styles.problem} role="alert">
          Not done: {problem.message}
        </p>
      )}
      <div className={styles.buttons}>
        {skill.isStale && (
          <Button
            size="small"
            variant="secondary"
            aria-label={`Still true: ${skill.skillName}`}
            isDisabled={isBusy}
            onPress={() => then(() => api.confirmSkill(skill.skillId))}
          >
            Still true
          </Button>
        )}
        {!skill.replacedBy && (
          <Button
            size="small"
            variant="tertiary"
            aria-label={`Change: ${skill.skillName}`}
            onPress={onEdit}
          >
            Change
          </Button>
        )}
        <Button
          size="small"
          variant="tertiary"
          aria-label={`Withdraw: ${skill.skillName}`}
          isDisabled={isBusy}
          onPress={() => then(() => api.withdrawSkill(skill.skillId))}
        >
          Withdraw
        </Button>
      </div>
    </li>
  );
}

/** Skills that the reader declared, each with a way out. */
export function MySkills(props: { profile: MyProfile; onChanged: () => void }) {
  const { onChanged, profile } = props;
  const [edited, setEdited] = useState<Expertise | 'new' | string>();
  const open = profile.expertise.find(
    each => typeof edited === 'object' && each.skillId === edited.skillId,
  );
  return (
    <Card
      title="My skills"
      sub="Nothing is guessed about you: only what you say here is known."
      action={
        <Button
          size="small"
          variant="secondary"
          onPress={() => setEdited('new')}
        >
          Add a skill
        </Button>
      }
    >
      {profile.expertise.length === 0 ? (
        <PanelEmpty title="You have not said what you can">
          Add a skill, and say who may find you for it.
        </PanelEmpty>
      ) : (
        <ul className={styles.rows}>
          {profile.expertise.map(skill => (
            <SkillRow
              key={skill.skillId}
              skill={skill}
              onEdit={() => setEdited(skill)}
              onChanged={onChanged}
            />
          ))}
        </ul>
      )}
      {profile.prompts.map(({ because, skillId, skillName }) => (
        <p key={skillId} className={styles.quiet}>
          {because}: want to add {skillName}?{' '}
          <Button
            size="small"
            variant="tertiary"
            onPress={() => setEdited(skillId)}
          >
            Add {skillName}
          </Button>
        </p>
      ))}
      {edited && (
        <SkillDialog
          skill={open}
          profileVisibility={profile.visibility}
          suggestedId={
            typeof edited === 'string' && edited !== 'new' ? edited : undefined
          }
          takenIds={profile.expertise.map(({ skillId }) => skillId)}
          onSaved={onChanged}
          onClose={() => setEdited(undefined)}
        />
      )}
    </Card>
  );
}
