/** `npm run standin`: the stand-in alone, until Ctrl-C. `PORT` and `MOTO_PORT` choose its port and moto's. */
import { startStandin } from './server.ts';

const standin = await startStandin({
  port: Number(process.env['PORT'] ?? 0),
  ...(process.env['MOTO_PORT'] ? { motoPort: Number(process.env['MOTO_PORT']) } : {}),
});
const rules = standin.hosts.map((host) => `MAP ${host}:443 127.0.0.1:${standin.port}`);
console.log(`The stand-in listens on 127.0.0.1:${standin.port} for ${standin.hosts.join(', ')}.
Start page: ${standin.startUrl}
Chromium finds it with:
  --ignore-certificate-errors-spki-list=${standin.spki}
  --host-resolver-rules="${rules.join(',')},MAP * ~NOTFOUND,EXCLUDE localhost,EXCLUDE 127.0.0.1"
Press Ctrl-C to end it.`);
