import { Button, Menu, MenuItem, MenuTrigger } from '@backstage/ui';
import {
  EXPORT_FORMATS,
  ExportFormat,
} from '@synchrony/backstage-plugin-ingestion-common';
import { RiDownloadLine } from '@remixicon/react';
import { useState } from 'react';
import { saveFile } from './saveFile';

const LABELS: Record<ExportFormat, string> = {
  csv: 'CSV, for spreadsheets',
  json: 'JSON',
};

type ExportMenuProps = {
  /** Of the file, without its ending. */
  name: string;
  load(format: ExportFormat): Promise<Blob>;
};

/** Saves all that the filter leaves, not only the page, as a file. */
export function ExportMenu({ load, name }: ExportMenuProps) {
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();
  const save = async (format: ExportFormat) => {
    setBusy(true);
    setProblem(undefined);
    try {
      saveFile(await load(format), `${name}.${format}`);
    } catch (error) {
      setProblem(error instanceof Error ? error.message : String(error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      <MenuTrigger>
        <Button
          size="small"
          variant="secondary"
          iconStart={<RiDownloadLine aria-hidden="true" />}
          isDisabled={isBusy}
        >
          {isBusy ? 'Exporting…' : 'Export'}
        </Button>
        <Menu onAction={key => save(key === 'json' ? 'json' : 'csv')}>
          {EXPORT_FORMATS.map(format => (
            <MenuItem key={format} id={format}>
              {LABELS[format]}
            </MenuItem>
          ))}
        </Menu>
      </MenuTrigger>
      {problem && <span role="status">Nothing was exported: {problem}</span>}
    </>
  );
}
