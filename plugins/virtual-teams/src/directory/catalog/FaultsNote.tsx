import { formatCount, PanelNotice, TextLink } from '@synchrony/ui';
import { useFaultyDeclarations } from '../../api';
import { useTeamPaths } from '../useTeamPaths';

/** That files of the reader's teams are not applied; nothing where all are. */
export function FaultsNote() {
  const { value } = useFaultyDeclarations();
  const { directory } = useTeamPaths();
  if (!value || value.items.length === 0) {
    return null;
  }
  const { items, pageInfo } = value;
  return (
    <PanelNotice tone="warning">
      {pageInfo.nextCursor && 'At least '}
      {formatCount(items.length, 'file of a team is', 'files of teams are')} not
      applied.{' '}
      <TextLink href={`${directory}/catalog`}>See what is wrong</TextLink>
    </PanelNotice>
  );
}
