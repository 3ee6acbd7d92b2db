'use client';

import { lazily } from '@/features/articles/ui/desk/lazily.client';
import { LookForm, type LookFormProps } from '@/features/settings/ui/desk/look-form.client';

const MediaPicker = lazily(
  async () => (await import('@/features/media/ui/desk/media-picker.client')).MediaPicker,
);

/** Two subjects meet here: how the paper looks, and the library that its logo comes from. */
export const LookPage = (props: Omit<LookFormProps, 'picturePicker'>) => (
  <LookForm {...props} picturePicker={MediaPicker} />
);
