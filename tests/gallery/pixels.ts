/* oxlint-disable unicorn/consistent-function-scoping -- each function is sent into the page alone */
import type { Page } from 'playwright';

/** What two pictures have that the other does not. */
export interface Difference {
  /** How many pixels differ; all of them when the sizes do. */
  readonly pixels: number;
  readonly of: number;
  /** Both and what differs, side by side; base64 of a PNG. */
  readonly picture?: string;
}

/**
 * Compares two pictures in a page, which decodes them. Pixels count as the same up to a small step of each
 * colour, so that an edge may be drawn a little softer.
 * @param before base64 of a picture, as `after`
 */
export function differenceOf(page: Page, before: string, after: string): Promise<Difference> {
  return page.evaluate(
    async ([old, young]) => {
      const STEP = 32;
      const drawn = async (base64: string) => {
        const image = new Image();
        image.src = `data:image/*;base64,${base64}`;
        await image.decode();
        return image;
      };
      const [one, two] = [await drawn(old ?? ''), await drawn(young ?? '')];
      const [width, height] = [Math.max(one.width, two.width), Math.max(one.height, two.height)];
      const canvas = document.createElement('canvas');
      canvas.width = width * 3;
      canvas.height = height;
      const pen = canvas.getContext('2d', { willReadFrequently: true });
      if (!pen) throw new Error('There is no canvas.');
      pen.drawImage(one, 0, 0);
      pen.drawImage(two, width, 0);
      const a = pen.getImageData(0, 0, width, height).data;
      const b = pen.getImageData(width, 0, width, height).data;
      const shown = pen.createImageData(width, height);
      let pixels = 0;
      for (let at = 0; at < a.length; at += 4) {
        const far = [0, 1, 2].some((c) => Math.abs((a[at + c] ?? 0) - (b[at + c] ?? 0)) > STEP);
        if (far) pixels += 1;
        shown.data.set(far ? [200, 0, 0, 255] : [255, 255, 255, 255], at);
      }
      pen.putImageData(shown, width * 2, 0);
      const sizes = one.width !== two.width || one.height !== two.height;
      const of = width * height;
      if (pixels === 0 && !sizes) return { pixels, of };
      const picture = canvas.toDataURL('image/png').replace(/^[^,]*,/, '');
      return { pixels: sizes ? of : pixels, of, picture };
    },
    [before, after],
  );
}

/** A picture without loss in the smallest form that browsers write, from base64 and in base64. */
export function packed(page: Page, picture: string): Promise<string> {
  return page.evaluate(async (base64) => {
    const image = new Image();
    image.src = `data:image/png;base64,${base64}`;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = image.width;
    canvas.height = image.height;
    canvas.getContext('2d')?.drawImage(image, 0, 0);
    return canvas.toDataURL('image/webp', 1).replace(/^[^,]*,/, '');
  }, picture);
}
