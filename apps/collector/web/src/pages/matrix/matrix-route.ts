// The matrix, as a part of its own.
import { createLazyRoute } from '@tanstack/react-router';
import { MatrixPage } from './matrix-page.tsx';

export const route = createLazyRoute('/frame/matrix')({ component: MatrixPage });
