import { type Part, round } from '../part.ts';

/** From the command to ready: with everything built, on the data of yesterday, and for the first time. */
export const start: Part = {
  name: 'start',
  run: async ({ firstStartMs, warmStartMs }) => [
    {
      what: 'start to ready, data there',
      measured: `${round(warmStartMs / 1000, 1)} s`,
      against: `${round(firstStartMs / 1000, 1)} s with the demo house made`,
      ratio: round(warmStartMs / firstStartMs, 2),
    },
  ],
};
