export { CardSkeletons } from './CardSkeletons';
export {
  PanelNotice,
  type NoticeTone,
  type PanelNoticeProps,
} from './PanelNotice';
export { PanelLoading, type PanelLoadingProps } from './PanelLoading';
export { PanelEmpty, type PanelEmptyProps } from './PanelEmpty';
export { PanelForbidden, type PanelForbiddenProps } from './PanelForbidden';
export { PanelPartial } from './PanelPartial';
export { PanelError, type PanelErrorProps } from './PanelError';
export { errorReference } from './errorReference';
export { isForbidden } from './isForbidden';
export { isNotFound } from './isNotFound';
