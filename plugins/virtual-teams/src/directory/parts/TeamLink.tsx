import { TextLink } from '@synchrony/ui';
import { useTeamPaths } from '../useTeamPaths';

/** The name of a team, which opens it. */
export function TeamLink(props: { teamRef: string; title: string }) {
  const path = useTeamPaths().team(props.teamRef);
  return path ? (
    <TextLink href={path} strong>
      {props.title}
    </TextLink>
  ) : (
    <>{props.title}</>
  );
}
