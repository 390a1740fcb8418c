export { ConnectPipeline, type ConnectPipelineProps } from './ConnectPipeline';
