/** The interface's own words and language, handed to every control by the frame around it. */
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Lang } from '../words/languages.ts';
import { type Say, speaker } from '../words/speak.ts';
import { words } from './words.ts';

export type UiSay = Say<Extract<keyof typeof words, string>>;

export const speakUi = speaker(words);

export const Speech = createContext<UiSay>(speakUi('en'));

export function useSpeech(): UiSay {
  return useContext(Speech);
}

export function useLang(): Lang {
  return useContext(Speech).lang;
}
