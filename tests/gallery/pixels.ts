/* oxlint-disable unicorn/consistent-function-scoping -- each function is sent into the page alone */
import type { Page } from 'playwright';
import type { Indexed } from './palette.ts';

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

/**
 * A picture with the colours that tell something: each is rounded to the nearest of sixteen steps of red, green and
 * blue, and what is more than 256 of them to the next that is there.
 * @param picture base64 of a PNG
 */
export function indexed(page: Page, picture: string): Promise<Indexed> {
  return page.evaluate(async (base64) => {
    const image = new Image();
    image.src = `data:image/png;base64,${base64}`;
    await image.decode();
    const { width, height } = image;
    const canvas = document.createElement('canvas');
    canvas.width = width;
    canvas.height = height;
    const pen = canvas.getContext('2d', { willReadFrequently: true });
    if (!pen) throw new Error('There is no canvas.');
    pen.drawImage(image, 0, 0);
    const { data } = pen.getImageData(0, 0, width, height);
    const known = new Map<number, number>();
    const colours: number[] = [];
    let text = '';
    for (let at = 0; at < data.length; at += 4) {
      const [r, g, b] = [0, 1, 2].map((c) => Math.round((data[at + c] ?? 0) / 17)) as [
        number,
        number,
        number,
      ];
      const colour = r * 256 + g * 16 + b;
      let place = known.get(colour);
      if (place === undefined) {
        if (colours.length < 768) {
          place = colours.length / 3;
          colours.push(r * 17, g * 17, b * 17);
        } else {
          let least = Infinity;
          place = 0;
          for (let other = 0; other < 256; other += 1) {
            const far = [r, g, b].reduce(
              (sum, value, c) => sum + Math.abs(value * 17 - (colours[other * 3 + c] ?? 0)),
              0,
            );
            if (far < least) [least, place] = [far, other];
          }
        }
        known.set(colour, place);
      }
      text += String.fromCodePoint(place);
    }
    return { width, height, colours, pixels: btoa(text) };
  }, picture);
}
