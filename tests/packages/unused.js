// The class has no effect by itself: nothing of it stays in a bundle that doesn't use it.
import 'b2b-b2c-profile';
