import { Button, TextField } from '@backstage/ui';
import { TeamChannel } from '@synchrony/backstage-plugin-virtual-teams-common';
import styles from './form.module.css';

/** Where the team is found. */
export function ChannelFields(props: {
  channels: TeamChannel[];
  onChange: (channels: TeamChannel[]) => void;
}) {
  const { channels, onChange } = props;
  const change = (at: number, next: Partial<TeamChannel>) =>
    onChange(
      channels.map((channel, i) =>
        i === at ? { ...channel, ...next } : channel,
      ),
    );
  return (
    <fieldset>
      <legend>Channels: chat, board, documents</legend>
      <div className={styles.fields}>
        {channels.map((channel, index) => (
          <div key={index} className={styles.row}>
            <TextField
              label={`Channel ${index + 1}`}
              value={channel.title}
              onChange={title => change(index, { title })}
            />
            <TextField
              label={`Address of channel ${index + 1}`}
              placeholder="https://"
              value={channel.url}
              onChange={url => change(index, { url })}
            />
            <Button
              size="small"
              variant="tertiary"
              aria-label={`Remove channel ${index + 1}`}
              onPress={() => onChange(channels.filter((_, i) => i !== index))}
            >
              Remove
            </Button>
          </div>
        ))}
        <div>
          <Button
            size="small"
            variant="secondary"
            onPress={() => onChange([...channels, { title: '', url: '' }])}
          >
            Add a channel
          </Button>
        </div>
      </div>
    </fieldset>
  );
}
