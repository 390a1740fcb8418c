import { ToggleButton, ToggleButtonGroup } from '@backstage/ui';
import { PageState } from './usePageState';

/** All at a glance, or the components one by one. */
export function ViewSwitch(props: {
  view: PageState['view'];
  onChange: (change: Partial<PageState>) => void;
}) {
  const { view, onChange } = props;
  return (
    <ToggleButtonGroup
      aria-label="View"
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[view]}
      onSelectionChange={([key]) =>
        onChange({ view: key === 'services' ? 'services' : 'overview' })
      }
    >
      <ToggleButton id="overview">Overview</ToggleButton>
      <ToggleButton id="services">Services</ToggleButton>
    </ToggleButtonGroup>
  );
}
