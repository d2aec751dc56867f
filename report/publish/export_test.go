package publish

import "context"

// Remove takes away all tables and what is in them, the way back of every migration.
func (s *Store) Remove(ctx context.Context) error {
	p, err := s.provider()
	if err != nil {
		return err
	}
	_, err = p.DownTo(ctx, 0)
	return err
}
