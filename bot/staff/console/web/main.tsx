// Starts the staff console in the page.
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import 'antd/dist/reset.css';
import './styles/base.css';
import './styles/pages.css';
import { App } from './app/app';
import { giveNonceToStyleSheets } from './app/styleNonce';

giveNonceToStyleSheets();

const root = document.getElementById('root');
if (root !== null)
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
