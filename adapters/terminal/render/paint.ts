import { styleText } from 'node:util';
import { asIs, type Paint } from '../../shared/text/spans.ts';

/** Colours are decided once, from the settings and the output, not by each call. */
export const createPaint = (color: boolean): Paint =>
  color ? (text, style) => (style && text ? styleText(style, text, { validateStream: false }) : text) : asIs;
