export { SidePanel, type SidePanelProps } from './SidePanel';
export { SidePanelLayout, type SidePanelLayoutProps } from './SidePanelLayout';
