import { defineBackground } from '#imports';
import { listen } from '@/lib/background/listen';

export default defineBackground({ main: listen });
