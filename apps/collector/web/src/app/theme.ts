// Light, dark or high contrast: as the system says or as the user chose.
import { type Theme, teamsHighContrastTheme, webDarkTheme, webLightTheme } from '@fluentui/react-components';
import { createContext, useCallback, useContext, useEffect, useMemo, useState } from 'react';
import { keep, recall } from './preferences.ts';

export type Colours = 'light' | 'dark' | 'contrast';
export const colourChoices = ['system', 'light', 'dark', 'contrast'] as const;
export type ColourChoice = (typeof colourChoices)[number];

export interface Coloured {
  choice: ColourChoice;
  colours: Colours;
  theme: Theme;
  choose(choice: ColourChoice): void;
}

const themes: Readonly<Record<Colours, Theme>> = {
  light: webLightTheme,
  dark: webDarkTheme,
  contrast: teamsHighContrastTheme,
};

export const ColouredContext = createContext<Coloured | null>(null);

export function useColoured(): Coloured {
  const coloured = useContext(ColouredContext);
  if (coloured === null) throw new Error('There is no theme around this part.');
  return coloured;
}

export function useChosenColours(): Coloured {
  const [choice, setChoice] = useState<ColourChoice>(readChoice);
  const dark = useMedia('(prefers-color-scheme: dark)');
  const forced = useMedia('(forced-colors: active)');
  const contrast = useMedia('(prefers-contrast: more)');
  const system: Colours = forced || contrast ? 'contrast' : dark ? 'dark' : 'light';
  const colours = choice === 'system' ? system : choice;
  const choose = useCallback((next: ColourChoice) => {
    keep('colours', next);
    setChoice(next);
  }, []);
  useEffect(() => {
    // Scroll bars and form parts of the browser follow.
    document.documentElement.style.colorScheme = colours === 'light' ? 'light' : 'dark';
  }, [colours]);
  return useMemo(() => ({ choice, colours, theme: themes[colours], choose }), [choice, colours, choose]);
}

function readChoice(): ColourChoice {
  const kept = recall('colours');
  return colourChoices.find((choice) => choice === kept) ?? 'system';
}

export function useMedia(query: string): boolean {
  const [matches, setMatches] = useState(() => window.matchMedia(query).matches);
  useEffect(() => {
    const list = window.matchMedia(query);
    const follow = () => setMatches(list.matches);
    follow();
    list.addEventListener('change', follow);
    return () => list.removeEventListener('change', follow);
  }, [query]);
  return matches;
}
