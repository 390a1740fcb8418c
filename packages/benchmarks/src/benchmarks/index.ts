import { Benchmark } from '../harness/types';
import { acceptReport } from './acceptReport';
import { askGate } from './askGate';
import { bundlePlugins } from './bundlePlugins';
import { findExperts } from './findExperts';
import { growStore } from './growStore';
import { importFindings } from './importFindings';
import { openDesk } from './openDesk';
import { parseSarif } from './parseSarif';
import { readScorecard } from './readScorecard';
import { recogniseFindings } from './recogniseFindings';
import { recompute } from './recompute';
import { keepHistory } from './keepHistory';
import { readUnderLoad } from './readUnderLoad';
import { resolveChampions } from './resolveChampions';
import { rollUp } from './rollUp';
import { searchInventory } from './searchInventory';
import { showSecurityCard } from './showSecurityCard';

/** In the order of the table. */
export const benchmarks: Benchmark[] = [
  importFindings,
  growStore,
  askGate,
  acceptReport,
  parseSarif,
  recogniseFindings,
  readScorecard,
  rollUp,
  resolveChampions,
  openDesk,
  findExperts,
  searchInventory,
  recompute,
  keepHistory,
  readUnderLoad,
  showSecurityCard,
  bundlePlugins,
];
