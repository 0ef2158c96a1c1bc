import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

const PREFERRED = ['Inter', 'Roboto', 'Noto Sans', 'Liberation Sans'];

const rule = (family: string) => `
  <match target="pattern">
    <test name="family"><string>${family}</string></test>
    <edit name="family" mode="prepend" binding="strong">
      ${PREFERRED.map((name) => `<string>${name}</string>`).join('')}
    </edit>
  </match>`;

/**
 * Has a Linux browser that starts from now on draw `system-ui` in a face as other systems have it, if there is one.
 * @param folder where the configuration is written.
 */
export function preferFonts(folder: string): void {
  if (process.platform !== 'linux') return;
  const file = join(folder, 'fonts.conf');
  writeFileSync(
    file,
    `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>${['system-ui', 'sans-serif'].map(rule).join('')}
</fontconfig>
`,
  );
  process.env['FONTCONFIG_FILE'] = file;
}
