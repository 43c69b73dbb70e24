// api-draws-nothing
import '../ui/icon.tsx';
