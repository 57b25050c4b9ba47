// The pictures of the menu.
import {
  AuditOutlined,
  BarChartOutlined,
  BookOutlined,
  CommentOutlined,
  CustomerServiceOutlined,
  DatabaseOutlined,
  FolderOpenOutlined,
  PhoneOutlined,
  SendOutlined,
  ShopOutlined,
  SlidersOutlined,
  TeamOutlined,
} from '@ant-design/icons';
import type { ReactNode } from 'react';
import type { IconName } from './places';

export const icons: Record<IconName, ReactNode> = {
  desk: <CustomerServiceOutlined />,
  cases: <FolderOpenOutlined />,
  limits: <SlidersOutlined />,
  contact: <PhoneOutlined />,
  utterance: <CommentOutlined />,
  answers: <BookOutlined />,
  agencies: <ShopOutlined />,
  book: <DatabaseOutlined />,
  audit: <AuditOutlined />,
  dashboard: <BarChartOutlined />,
  outreach: <SendOutlined />,
  users: <TeamOutlined />,
};
