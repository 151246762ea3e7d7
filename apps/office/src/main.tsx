import { QueryClientProvider } from '@tanstack/react-query';
import { App, ConfigProvider } from 'antd';
import zhCN from 'antd/locale/zh_CN';
import { createRoot } from 'react-dom/client';
import { RouterProvider } from 'react-router/dom';
import { queryClient } from './api/query-client.ts';
import { stampStyles } from './nonce.ts';
import './style/index.css';
import { router } from './routes.tsx';
import { setTokens, theme } from './theme.ts';

stampStyles(document);
setTokens(document.documentElement);

const place = document.getElementById('office');
if (!place) throw new Error('the page has no place for the office');

createRoot(place).render(
  <QueryClientProvider client={queryClient}>
    <ConfigProvider locale={zhCN} theme={theme} button={{ autoInsertSpace: false }}>
      <App>
        <RouterProvider router={router} />
      </App>
    </ConfigProvider>
  </QueryClientProvider>,
);
