export { ConnectPipeline, type ConnectPipelineProps } from './ConnectPipeline';
export {
  PIPELINE_SYSTEM_LABELS,
  PIPELINE_SYSTEMS,
  type PipelineSnippetOptions,
  type PipelineSystem,
  pipelineSnippet,
} from './pipelineSnippet';
