import { Picture, pictureOf } from './pictureOf';
import { saveFile } from './saveFile';

/** For screens and prints that have more than one dot a pixel. */
const SCALE = 2;
/** What browsers can draw in one direction. */
const MOST_DOTS = 16_000;

async function load(svg: string): Promise<HTMLImageElement> {
  const image = new Image();
  // As text in its address, an image keeps the canvas readable; a blob does not.
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  return image;
}

async function draw(picture: Picture): Promise<Blob> {
  const { height, svg, width } = pictureOf(picture);
  const image = await load(svg);
  const scale = Math.min(SCALE, MOST_DOTS / Math.max(width, height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(width * scale);
  canvas.height = Math.round(height * scale);
  const context = canvas.getContext('2d');
  if (!context) {
    throw new Error('This browser can’t draw pictures.');
  }
  context.scale(scale, scale);
  context.drawImage(image, 0, 0, width, height);
  return new Promise((resolve, reject) => {
    canvas.toBlob(
      blob =>
        blob
          ? resolve(blob)
          : reject(new Error('The picture is too large to be drawn.')),
      'image/png',
    );
  });
}

/**
 * Lets the browser save what is on screen as a PNG, with a title and notes.
 *
 * @param name - of the file, with its extension
 * @throws Error when the browser can't draw it
 * @public
 */
export async function savePicture(
  name: string,
  picture: Picture,
): Promise<void> {
  saveFile(name, await draw(picture));
}
