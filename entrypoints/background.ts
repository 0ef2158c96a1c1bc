import { defineBackground } from '#imports';
import { listen } from '@/lib/background/listen';

export default defineBackground({ type: 'module', main: listen });
