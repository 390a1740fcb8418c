import { Button } from '@backstage/ui';
import { RiDownloadLine, RiImageLine } from '@remixicon/react';
import { RefObject, useState } from 'react';
import styles from './ExportButtons.module.css';
import { Picture } from './pictureOf';
import { saveCsv } from './saveCsv';
import { savePicture } from './savePicture';

/** @public */
export interface ExportButtonsProps {
  /** Of the files, without extension. */
  name: string;
  /** The sheet, with its header; asked for when it is saved. */
  rows: () => (string | number)[][];
  /** What the picture shows, with what it needs to be read on its own. */
  picture: Omit<Picture, 'element'> & {
    element: RefObject<HTMLElement | null>;
  };
}

/**
 * Saves what is on screen: as a sheet, and as a picture in the theme of the
 * screen.
 *
 * @public
 */
export function ExportButtons(props: ExportButtonsProps) {
  const { name, picture, rows } = props;
  const [isDrawing, setDrawing] = useState(false);
  const [problem, setProblem] = useState<string>();
  const draw = async () => {
    const element = picture.element.current;
    if (!element) {
      return;
    }
    setDrawing(true);
    setProblem(undefined);
    try {
      await savePicture(`${name}.png`, { ...picture, element });
    } catch (error) {
      setProblem(error instanceof Error ? error.message : String(error));
    } finally {
      setDrawing(false);
    }
  };
  return (
    <div
      className={styles.buttons}
      role="group"
      aria-label={`Export: ${picture.title}`}
    >
      <Button
        size="small"
        variant="secondary"
        iconStart={<RiDownloadLine aria-hidden="true" />}
        onPress={() => saveCsv(`${name}.csv`, rows())}
      >
        Export CSV
      </Button>
      <Button
        size="small"
        variant="secondary"
        iconStart={<RiImageLine aria-hidden="true" />}
        isPending={isDrawing}
        onPress={draw}
      >
        Export PNG
      </Button>
      {problem && (
        <span role="alert" className={styles.problem}>
          No picture: {problem} The CSV holds the same numbers.
        </span>
      )}
    </div>
  );
}
