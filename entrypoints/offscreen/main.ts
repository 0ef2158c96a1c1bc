import { serveClipboard } from '@/lib/clipboard/serve';

serveClipboard(document);
