// Starts the dashboard in its page.
import './app/base.css';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { firstLanguage } from './app/language.ts';
import { Providers } from './app/providers.tsx';
import { queryClient } from './app/query-client.ts';
import { router } from './app/router.tsx';
import { watchSession } from './app/session.ts';
import { loadWords } from './words/words.ts';

/** Not awaited at the top: the words' file may need this one, and the two would wait for each other. */
async function start(): Promise<void> {
  const place = document.getElementById('app');
  if (place === null) throw new Error('The page has no place for the dashboard.');
  const language = firstLanguage();
  const words = await loadWords(language);
  watchSession(queryClient);
  createRoot(place).render(
    <StrictMode>
      <Providers first={{ language, words }}>
        <RouterProvider router={router} />
      </Providers>
    </StrictMode>,
  );
}

void start();
