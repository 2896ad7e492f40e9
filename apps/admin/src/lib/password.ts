import { c } from './texts';

export const minLength = 10;

/** What is wrong with a new password and its repetition, by field. */
export function passwordFaults(password: string, repeat: string): { password?: string; repeat?: string } {
  if (password === '') return { password: c('required') };
  if (password.length < minLength) return { password: c('passwordRule') };
  return password === repeat ? {} : { repeat: c('notSame') };
}
