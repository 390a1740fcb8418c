import { MyProfile } from '@synchrony/backstage-plugin-virtual-teams-common';
import { LivePanel } from '@synchrony/ui';
import { useMyProfile } from '../api';
import { DirectoryTab } from '../directory/DirectoryTab';
import { FindableNote } from '../directory/FindableNote';
import { TeamsForbidden } from '../directory/TeamsForbidden';
import { Card } from '../parts';
import { GivenEndorsements } from './GivenEndorsements';
import { MyData } from './MyData';
import { MySkills } from './MySkills';
import { ProfileForm } from './ProfileForm';
import styles from './expertise.module.css';

function Profile(props: { profile: MyProfile; onChanged: () => void }) {
  const { onChanged, profile } = props;
  return (
    <div className={styles.columns}>
      <div className={styles.stack}>
        <MySkills profile={profile} onChanged={onChanged} />
        <GivenEndorsements profile={profile} onChanged={onChanged} />
      </div>
      <div className={styles.stack}>
        <Card
          title="Who finds me, and for how much time"
          sub="This is here so that people find help. It is no measure of your work, and your manager gets no list of it."
        >
          <ProfileForm profile={profile} onSaved={onChanged} />
        </Card>
        <FindableNote />
        <MyData userRef={profile.userRef} onErased={onChanged} />
      </div>
    </div>
  );
}

/** What the reader says of themself, and to whom it is shown. */
export function ProfileTab() {
  const live = useMyProfile();
  return (
    <DirectoryTab>
      <h2 className={styles.heading}>My profile</h2>
      <LivePanel
        live={live}
        subject="Your profile"
        height={360}
        cards={2}
        forbidden={<TeamsForbidden what="profiles" />}
      >
        {profile => <Profile profile={profile} onChanged={live.reload} />}
      </LivePanel>
    </DirectoryTab>
  );
}
